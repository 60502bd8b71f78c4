// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/exploration_hits.h"

#include <utility>

namespace morgue {
namespace {

class FunctionSink : public HitSink {
 public:
  FunctionSink(Context& context, const std::function<bool(Hit&&)>& use)
      : context_(context), use_(use) {}

  void begin(const ResultPage& head) override { context_.messages.notes(head.notes); }
  bool hit(Hit&& hit) override { return use_(std::move(hit)); }

 private:
  Context& context_;
  const std::function<bool(Hit&&)>& use_;
};

}  // namespace

std::optional<ResultPage> each_hit(Searcher& searcher, const SearchRequest& request,
                                   Context& context, const std::function<bool(Hit&&)>& use) {
  FunctionSink sink(context, use);
  auto page = searcher.search(request, sink);
  if (!page) {
    context.messages.query_error(request.query, page.error());
    return std::nullopt;
  }
  return std::move(*page);
}

}  // namespace morgue
