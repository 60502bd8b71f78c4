// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommands of morgue-index: options in, exit code out. Results go to standard output, all
// else to standard error.
#pragma once

#include "common/base/exit_code.h"
#include "indexer/options.h"

namespace morgue {

ExitCode run_add(const AddOptions& options, const Surroundings& surroundings);
ExitCode run_remove(const RemoveOptions& options, const Surroundings& surroundings);
ExitCode run_compact(const CompactOptions& options, const Surroundings& surroundings);
ExitCode run_reannotate(const ReannotateOptions& options, const Surroundings& surroundings);
ExitCode run_import_entities(const ImportOptions& options, const Surroundings& surroundings);
ExitCode run_annotate(const AnnotateOptions& options, const Surroundings& surroundings);
ExitCode run_train(const TrainCommandOptions& options, const Surroundings& surroundings);
ExitCode run_check(const CheckOptions& options, const Surroundings& surroundings);
/// What the readers make of the inputs, an article a line; rejects as JSON on standard error.
ExitCode run_convert(const ConvertOptions& options, const Surroundings& surroundings);
ExitCode run_info(const InfoOptions& options);

}  // namespace morgue
