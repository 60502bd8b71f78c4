// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/cli.h"

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "common/manual/completion.h"
#include "common/manual/man_page.h"
#include "common/manual/read_app.h"
#include "indexer/commands/commands.h"
#include "indexer/flags.h"

namespace morgue {
namespace {

using Run = std::function<ExitCode(const Surroundings&)>;

Run add_add(CLI::App& app) {
  auto options = std::make_shared<AddOptions>();
  auto memory = std::make_shared<std::string>("512M");
  CLI::App* command = app.add_subcommand("add", "Index articles into an archive");
  add_archive(*command, options->archive);
  command
      ->add_option(
          "input", options->inputs,
          "Files and folders (- is standard input): saved web pages, WARC, feeds, NITF, NewsML, "
          "IPTC 7901, JSON Lines, JSON, CSV, TSV, text, Markdown, mail, PDF, DOCX, ODT, Nexis, "
          "Factiva, SGML of Reuters and TREC; also in .gz .zst .xz .bz2 .lz4 .zip .tar")
      ->required();
  add_reading(*command, options->reading);
  command
      ->add_option("--lang", options->lang,
                   "Language of articles that do not say theirs [told from the text]")
      ->type_name("CODE");
  command
      ->add_option("--rejects", options->rejects,
                   "Where to list records that could not be read [ARCHIVE/rejects/…]")
      ->type_name("FILE");
  command->add_option("--jobs", options->jobs, "Threads [one for each processor]")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  command->add_option("--memory", *memory, "Memory to keep within, 256M at least")
      ->type_name("SIZE")
      ->capture_default_str();
  command->add_flag("--fresh", options->fresh, "Replace what the archive holds by these inputs");
  command->add_flag("--dry-run", options->dry_run,
                    "Read everything and tell what it would come to; write nothing");
  command->add_flag("-q,--quiet", options->quiet, "No progress and no summary");
  add_entity_flags(*command, options->entities);
  command
      ->add_option("--copies", options->copies,
                   "Find articles that are copies of each other: on, off [as the archive "
                   "remembers; on]")
      ->check(CLI::IsMember({"on", "off"}))
      ->type_name("HOW");
  command
      ->add_option("--boilerplate", options->boilerplate,
                   "Take paragraphs that many articles of one outlet have for no text of theirs: "
                   "on, off [as the archive remembers; on]")
      ->check(CLI::IsMember({"on", "off"}))
      ->type_name("HOW");
  command
      ->add_option("--boilerplate-min", options->boilerplate_min,
                   "How many articles these are [as the archive remembers; 20]")
      ->type_name("N")
      ->check(CLI::Range(2, 1'000'000'000));
  command
      ->add_option("--writer", options->writer,
                   "Who writes: bulk (Morgue's own, fast), xapian (the engine), auto: bulk where "
                   "the engine reads it [auto]")
      ->check(CLI::IsMember({"auto", "bulk", "xapian"}))
      ->type_name("WHO");
  return [options, memory](const Surroundings& surroundings) {
    const auto bytes = read_size(*memory);
    if (!bytes) {
      std::fprintf(stderr, "morgue-index: --memory: not a size: %s; write 512M or 2G\n",
                   memory->c_str());
      return ExitCode::Usage;
    }
    options->memory_bytes = *bytes;
    return run_add(*options, surroundings);
  };
}

Run add_remove(CLI::App& app) {
  auto options = std::make_shared<RemoveOptions>();
  CLI::App* command = app.add_subcommand("remove", "Remove articles by id");
  add_archive(*command, options->archive);
  command->add_option("id", options->ids, "Ids (- reads them from standard input, one a line)")
      ->required();
  return [options](const Surroundings& surroundings) { return run_remove(*options, surroundings); };
}

Run add_compact(CLI::App& app) {
  auto options = std::make_shared<CompactOptions>();
  CLI::App* command =
      app.add_subcommand("compact", "Merge all segments and drop what was replaced or removed");
  add_archive(*command, options->archive);
  return
      [options](const Surroundings& surroundings) { return run_compact(*options, surroundings); };
}

Run add_reannotate(CLI::App& app) {
  auto options = std::make_shared<ReannotateOptions>();
  CLI::App* command = app.add_subcommand(
      "reannotate", "Find the names in all articles anew, by today's model and watch-lists");
  add_archive(*command, options->archive);
  add_entity_flags(*command, options->entities);
  return [options](const Surroundings& surroundings) {
    return run_reannotate(*options, surroundings);
  };
}

Run add_import_entities(CLI::App& app) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* command =
      app.add_subcommand("import-entities", "Take over names that another program has found");
  add_archive(*command, options->archive);
  command
      ->add_option("input", options->inputs,
                   "JSON Lines (- is standard input): {\"id\", \"mentions\": [{\"type\", "
                   "\"start\", \"end\", \"text\", \"name\"}]}, in code points of the body; "
                   "they replace those imported before for the same article")
      ->required();
  return [options](const Surroundings& surroundings) {
    return run_import_entities(*options, surroundings);
  };
}

Run add_annotate(CLI::App& app) {
  auto options = std::make_shared<AnnotateOptions>();
  CLI::App* command = app.add_subcommand("annotate", "Find the names in texts, without an archive");
  command->add_option("input", options->inputs,
                      "JSON Lines (- is standard input): {\"id\", \"body\", \"title\", "
                      "\"lang\"}; each is answered by a line {\"id\", \"mentions\": [{\"type\", "
                      "\"start\", \"end\", \"text\", \"name\"}]}, in code points of the body");
  command->add_flag("--jsonl")->description("JSON Lines, which is what it writes");
  command
      ->add_option("--lang", options->lang,
                   "Language of texts that do not say theirs [told from the text, else en]")
      ->type_name("CODE");
  command
      ->add_option("--models", options->models,
                   "Folder of entity models, LANG.model [that of the program]")
      ->type_name("FOLDER")
      ->check(CLI::ExistingDirectory);
  command->add_option("--jobs", options->jobs, "Threads [one for each processor]")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  return
      [options](const Surroundings& surroundings) { return run_annotate(*options, surroundings); };
}

Run add_train(CLI::App& app) {
  auto options = std::make_shared<TrainCommandOptions>();
  CLI::App* command =
      app.add_subcommand("train", "Make an entity model from texts whose names are marked");
  command->add_option("model", options->model, "The model file to write, or to evaluate")
      ->required();
  command
      ->add_option("--labels", options->labels,
                   "Text with a token and its tag a line (B-PER, I-ORG, O); FILE%2: labelled by "
                   "other rules than FILE%1, which the model follows")
      ->type_name("FILE[%DOMAIN]");
  command->add_option("--lists", options->lists, "Lists of names and words: LIST, tab, PHRASE")
      ->type_name("FILE");
  command->add_option("--clusters", options->clusters, "Word clusters: WORD and numbers")
      ->type_name("FILE");
  command->add_option("--lang", options->lang, "Language of the model")->capture_default_str();
  command->add_option("--name", options->name, "Name of the model")->capture_default_str();
  command->add_option("--seed", options->seed, "The same seed and data give the same model")
      ->capture_default_str();
  command->add_option("--epochs", options->epochs, "How often each text is read")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  command->add_option("--capitals", options->in_capitals, "Share read once more in capitals")
      ->check(CLI::Range(0.0, 0.5))
      ->capture_default_str();
  command->add_option("--title-case", options->in_title_case, "Share read once more in title case")
      ->check(CLI::Range(0.0, 0.5))
      ->capture_default_str();
  command
      ->add_option("--smallest", options->smallest_weight,
                   "Features whose weights are all smaller are left out")
      ->capture_default_str();
  command->add_option("--jobs", options->jobs, "Threads [one for each processor]")
      ->check(CLI::Range(1, 256));
  command
      ->add_option("--evaluate", options->evaluate,
                   "Marked texts to measure the model with; without --labels that of the file")
      ->type_name("FILE");
  return [options](const Surroundings& surroundings) { return run_train(*options, surroundings); };
}

Run add_check(CLI::App& app) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand("check", "Read everything and see that it is whole");
  add_archive(*command, options->archive);
  return [options](const Surroundings& surroundings) { return run_check(*options, surroundings); };
}

Run add_info(CLI::App& app) {
  auto options = std::make_shared<InfoOptions>();
  CLI::App* command = app.add_subcommand("info", "What an archive holds");
  add_archive(*command, options->archive);
  command->add_flag("--json", options->json, "Everything as one JSON object");
  command->add_flag("--runs", options->runs, "The runs that made it, one a line");
  command->add_flag("--digest", options->digest, "Only the digest of the content");
  return [options](const Surroundings&) { return run_info(*options); };
}

Run add_convert(CLI::App& app) {
  auto options = std::make_shared<ConvertOptions>();
  CLI::App* command =
      app.add_subcommand("convert", "Show what the readers make of files, without an archive");
  command->add_option("input", options->inputs, "Files and folders, as for add")->required();
  command->add_flag("--jsonl", options->jsonl, "An article a line as JSON; the only form there is")
      ->required();
  add_reading(*command, options->reading);
  return
      [options](const Surroundings& surroundings) { return run_convert(*options, surroundings); };
}

constexpr const char* kExamples = R"(
Examples:
  morgue-index add news.morgue articles.jsonl.zst
  zcat old.csv.gz | morgue-index add news.morgue - --map title=headline,date=published
  morgue-index add news.morgue texts/ --map source={2},date={1}
  morgue-index info news.morgue
  morgue-index convert saved-page.html --jsonl

Exit codes: 0 done, 2 usage, 3 done but some records were rejected, 4 archive missing or
damaged, 5 another process is writing, 130 interrupted)";

/// Everything the program can be told, as data.
ProgramManual manual_of(const CLI::App& app) {
  ProgramManual manual{
      "morgue-index", "make and keep archives of news articles", kExamples + 1, {}};
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    std::string words;
    for (const CLI::Option* option : command->get_options()) {
      if (!option->get_positional()) continue;
      words.append(words.empty() ? "" : " ").append(option->get_name(true));
    }
    manual.commands.push_back(
        {command->get_name(), words, command->get_description(), "", options_of(*command)});
  }
  return manual;
}

Run add_completion(CLI::App& app) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("completion", "A script that completes commands and options, for a shell");
  command->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  return [shell, &app](const Surroundings&) {
    std::fputs(completion_script(manual_of(app), *shell)->c_str(), stdout);
    return ExitCode::Done;
  };
}

Run add_man(CLI::App& app) {
  app.add_subcommand("man", "The manual page, in roff");
  return [&app](const Surroundings&) {
    std::fputs(man_page(manual_of(app)).c_str(), stdout);
    return ExitCode::Done;
  };
}

}  // namespace

ExitCode run_command_line(int argc, char** argv, const Surroundings& surroundings) {
  CLI::App app("morgue-index: make and keep archives of news articles");
  app.name("morgue-index");
  app.footer(kExamples);
  app.set_version_flag("--version", std::string("morgue-index ") + MORGUE_VERSION);
  app.require_subcommand(1);
  const std::pair<const char*, Run> commands[] = {{"add", add_add(app)},
                                                  {"remove", add_remove(app)},
                                                  {"compact", add_compact(app)},
                                                  {"reannotate", add_reannotate(app)},
                                                  {"import-entities", add_import_entities(app)},
                                                  {"annotate", add_annotate(app)},
                                                  {"train", add_train(app)},
                                                  {"check", add_check(app)},
                                                  {"info", add_info(app)},
                                                  {"convert", add_convert(app)},
                                                  {"completion", add_completion(app)},
                                                  {"man", add_man(app)}};
  if (argc == 1) {
    std::fputs(app.help().c_str(), stderr);
    return ExitCode::Usage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return static_cast<ExitCode>(app.exit(help));
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "morgue-index: %s; see: morgue-index --help\n", error.what());
    return ExitCode::Usage;
  }
  for (const auto& [name, run] : commands) {
    if (app.got_subcommand(name)) return run(surroundings);
  }
  return ExitCode::Usage;
}

}  // namespace morgue
