// SPDX-License-Identifier: GPL-3.0-or-later
// LuceneQuery INDEX THRESHOLD WARM PASSES < QUERIES: runs all queries WARM times unmeasured, then
// PASSES times, and prints of each query the medians of wall and of CPU microseconds and its
// matches, with tabs between. Hits are counted exactly up to THRESHOLD; "exact" counts all.
//
// A line of QUERIES: task, shape, words, first day, last day, with tabs between; see sampler.py.
// What is found is read whole, title and text, and thrown away; with WARM 0 and PASSES 1 it is
// printed.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.spans.SpanNearQuery;
import org.apache.lucene.search.spans.SpanQuery;
import org.apache.lucene.search.spans.SpanTermQuery;
import org.apache.lucene.store.MMapDirectory;

public final class LuceneQuery {
  private static final int SHOWN = 10;
  private static final int PASSED_OVER = 1000; // by a deep page
  private static final int NEAR = 9; // words between, at most

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private final IndexSearcher searcher;
  private final int threshold;
  private final boolean prints;
  private SortedSetDocValuesReaderState facetState;

  public static void main(String[] args) throws IOException {
    int warm = Integer.parseInt(args[2]);
    int passes = Integer.parseInt(args[3]);
    int threshold = args[1].equals("exact") ? Integer.MAX_VALUE : Integer.parseInt(args[1]);
    try (DirectoryReader reader =
        DirectoryReader.open(MMapDirectory.open(Paths.get(args[0])))) {
      new LuceneQuery(reader, threshold, warm == 0 && passes == 1).bench(warm, passes);
    }
  }

  private LuceneQuery(DirectoryReader reader, int threshold, boolean prints) {
    this.threshold = threshold;
    this.prints = prints;
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  private void bench(int warm, int passes) throws IOException {
    List<String[]> queries = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      queries.add(line.split("\t", -1));
    }
    for (; warm > 0; --warm) {
      for (String[] query : queries) run(query);
    }
    double[][] wall = new double[queries.size()][passes];
    double[][] cpu = new double[queries.size()][passes];
    long[] matches = new long[queries.size()];
    for (int pass = 0; pass < passes; ++pass) {
      for (int i = 0; i < wall.length; ++i) {
        long cpuBegun = THREAD.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        matches[i] = run(queries.get(i));
        wall[i][pass] = (System.nanoTime() - begun) / 1e3;
        cpu[i][pass] = (THREAD.getCurrentThreadCpuTime() - cpuBegun) / 1e3;
      }
    }
    for (int i = 0; i < wall.length; ++i) {
      Arrays.sort(wall[i]);
      Arrays.sort(cpu[i]);
      System.out.printf("%.1f\t%.1f\t%d%n", wall[i][passes / 2], cpu[i][passes / 2], matches[i]);
    }
  }

  /** Returns the number of matches. */
  private long run(String[] line) throws IOException {
    Query query = query(line[1], line[2].split(" "));
    if (!line[3].isEmpty()) query = within(query, line[3], line[4]);
    switch (line[0]) {
      case "count":
        return searcher.count(query);
      case "newest":
        Sort newest = new Sort(new SortField(Schema.DATE, SortField.Type.LONG, true));
        TopFieldCollector byDate = TopFieldCollector.create(newest, SHOWN, threshold);
        searcher.search(query, byDate);
        return show(byDate.topDocs());
      case "facets":
        FacetsCollector found = new FacetsCollector();
        long total = show(FacetsCollector.search(searcher, query, SHOWN, found));
        showFacets(found);
        return total;
      default:
        int passedOver = line[0].equals("deep") ? PASSED_OVER : 0;
        var best = TopScoreDocCollector.create(passedOver + SHOWN, threshold);
        searcher.search(query, best);
        return show(best.topDocs(passedOver, SHOWN));
    }
  }

  private static Query query(String shape, String[] words) throws IOException {
    if (shape.equals("phrase")) return new PhraseQuery(Schema.EXACT, words);
    if (shape.equals("near")) {
      SpanQuery[] near = new SpanQuery[words.length];
      for (int i = 0; i < near.length; ++i) {
        near[i] = new SpanTermQuery(new Term(Schema.EXACT, words[i]));
      }
      return new SpanNearQuery(near, NEAR, false);
    }
    if (words.length == 1) return word(words[0]);
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    for (String word : words) {
      clauses.add(word(word), shape.equals("any") ? Occur.SHOULD : Occur.MUST);
    }
    return clauses.build();
  }

  private static Query word(String word) throws IOException {
    return new TermQuery(new Term(Schema.STEMS, Schema.stem(word)));
  }

  private static Query within(Query query, String firstDay, String lastDay) {
    int first = Integer.parseInt(firstDay);
    int last = Integer.parseInt(lastDay);
    Query days =
        new IndexOrDocValuesQuery(
            IntPoint.newRangeQuery(Schema.DATE, first, last),
            NumericDocValuesField.newSlowRangeQuery(Schema.DATE, first, last));
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(days, Occur.FILTER).build();
  }

  private long show(TopDocs top) throws IOException {
    for (ScoreDoc hit : top.scoreDocs) {
      Document document = searcher.doc(hit.doc);
      String title = document.get(Schema.TITLE);
      String body = document.get(Schema.BODY);
      if (prints) System.out.println(document.get("id") + "\t" + title + "\t" + body);
    }
    return top.totalHits.value;
  }

  private void showFacets(FacetsCollector found) throws IOException {
    if (facetState == null) {
      facetState = new DefaultSortedSetDocValuesReaderState(searcher.getIndexReader());
    }
    Facets facets = new SortedSetDocValuesFacetCounts(facetState, found);
    for (String name : Schema.NAMES) {
      FacetResult top = facets.getTopChildren(SHOWN, name);
      if (prints) System.out.println(top);
    }
  }
}
