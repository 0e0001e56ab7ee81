/// What is said in customers' threads, for modules that work through it behind the message log. Owns
/// `threadfeed_piece`.
/// docs/decisions/0030 explains it.
///
/// - {@link ThreadReader} is what such a module is: one bean for each lane.
/// - {@link ThreadFeed} notes pieces in the transaction of the log's outbox, `ThreadPass` hands them over in
/// transactions of its own; `FeedPasses` is how such passes go on when one thread fails.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "messaging", "customer"})
package org.qiao.threadfeed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
