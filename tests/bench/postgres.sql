-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE article(
  id text, day integer, source text, people_listed text, orgs_listed text, places_listed text,
  title text, body text,
  people text[] GENERATED ALWAYS AS (string_to_array(people_listed, ';')) STORED,
  orgs text[] GENERATED ALWAYS AS (string_to_array(orgs_listed, ';')) STORED,
  places text[] GENERATED ALWAYS AS (string_to_array(places_listed, ';')) STORED,
  words tsvector GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || body)) STORED);
\copy article(id, day, source, people_listed, orgs_listed, places_listed, title, body) FROM pstdin
CREATE INDEX ON article USING gin(words);
CREATE INDEX ON article(day);
ANALYZE article;
