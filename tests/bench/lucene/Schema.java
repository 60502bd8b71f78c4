// SPDX-License-Identifier: GPL-3.0-or-later
// What the Lucene index holds, for the two programs that write and read it.

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.facet.FacetsConfig;

final class Schema {
  static final String EXACT = "text"; // words of title and text as spelled, with positions
  static final String STEMS = "stem"; // their stems, without positions, for words in any form
  static final String TITLE = "title"; // words of the title alone, with positions
  static final String BODY = "body"; // stored only
  static final String DATE = "date"; // yyyymmdd, 0 without one
  static final List<String> NAMES = List.of("person", "org", "place");

  private static final Analyzer STEMMER = new Words(true);

  private Schema() {}

  /** Words of any script in lower case; stems in one field. */
  static Analyzer analyzer() {
    return new PerFieldAnalyzerWrapper(new Words(false), Map.of(STEMS, new Words(true)));
  }

  static FacetsConfig facets() {
    FacetsConfig config = new FacetsConfig();
    for (String name : NAMES) config.setMultiValued(name, true);
    return config;
  }

  /** The stem of a word in lower case, as the index has it. */
  static String stem(String word) throws IOException {
    try (TokenStream stream = STEMMER.tokenStream(STEMS, word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      String stem = stream.incrementToken() ? term.toString() : word;
      stream.end();
      return stem;
    }
  }

  private static final class Words extends Analyzer {
    private final boolean stems;

    Words(boolean stems) {
      this.stems = stems;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer tokenizer = new StandardTokenizer();
      TokenStream words = new LowerCaseFilter(tokenizer);
      return new TokenStreamComponents(tokenizer, stems ? new PorterStemFilter(words) : words);
    }

    /** So that nothing matches across title and text. */
    @Override
    public int getPositionIncrementGap(String field) {
      return 100;
    }
  }
}
