// SPDX-License-Identifier: GPL-3.0-or-later
// LuceneIndex CORPUS INDEX TIMES: indexes CORPUS (corpus.tsv, see inputs.py) TIMES times, each time
// anew, and prints the wall and CPU seconds of each time, a line each. The last ones are those of a
// warm machine.

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

public final class LuceneIndex {
  private static final double MEMORY_MB = 512; // what morgue-index takes unless told otherwise
  private static final FieldType STEMS = new FieldType();

  static {
    STEMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    STEMS.setTokenized(true);
    STEMS.freeze();
  }

  public static void main(String[] args) throws Exception {
    Path corpus = Paths.get(args[0]);
    Path index = Paths.get(args[1]);
    for (int time = Integer.parseInt(args[2]); time > 0; --time) {
      long wall = System.nanoTime();
      long cpu = cpuNanoseconds();
      index(corpus, index);
      System.out.printf(
          "%.3f %.3f%n", (System.nanoTime() - wall) / 1e9, (cpuNanoseconds() - cpu) / 1e9);
    }
  }

  private static long cpuNanoseconds() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
  }

  private static void index(Path corpus, Path index) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(Schema.analyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(MEMORY_MB);
    FacetsConfig facets = Schema.facets();
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(index), config);
        BufferedReader lines = Files.newBufferedReader(corpus)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        writer.addDocument(facets.build(document(line.split("\t", -1))));
      }
    }
  }

  private static Document document(String[] column) {
    Document document = new Document();
    document.add(new StringField("id", column[0], Field.Store.YES));
    int date = Integer.parseInt(column[1]);
    document.add(new IntPoint(Schema.DATE, date));
    document.add(new NumericDocValuesField(Schema.DATE, date));
    document.add(new StoredField("day", date));
    document.add(new StringField("source", column[2], Field.Store.YES));
    for (int i = 0; i < Schema.NAMES.size(); ++i) {
      for (String value : column[3 + i].split(";")) {
        if (value.isEmpty()) continue;
        document.add(new SortedSetDocValuesFacetField(Schema.NAMES.get(i), value));
        document.add(new StoredField(Schema.NAMES.get(i), value));
      }
    }
    String title = unescaped(column[6]);
    String text = unescaped(column[7]);
    document.add(new TextField(Schema.TITLE, title, Field.Store.YES));
    document.add(new StoredField(Schema.BODY, text));
    for (String part : new String[] {title, text}) {
      document.add(new TextField(Schema.EXACT, part, Field.Store.NO));
      document.add(new Field(Schema.STEMS, part, STEMS));
    }
    return document;
  }

  /** Takes back what inputs.py does to line ends, tabs and backslashes. */
  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) return text;
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ++i) {
      char c = text.charAt(i);
      if (c == '\\') {
        c = text.charAt(++i);
        c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
