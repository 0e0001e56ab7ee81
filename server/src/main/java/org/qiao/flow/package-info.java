/// The approval engine: a route, a state, a command and the people in; events out. Pure: no Spring, no SQL, no clock.
/// docs/decisions/0013 says what every action means.
///
/// - {@link Route} is the tree that a template draws; {@link RouteRule} says what is wrong with one.
/// - {@link Engine} judges a {@link Command} against a {@link FlowState} and answers {@link FlowEvent}s or refuses with
/// {@link FlowProblem}; it changes nothing. State is the fold of events and nothing else.
/// - {@link People} and facts are a snapshot that the caller supplies; events carry what was found, so folding needs
/// neither.
/// - {@link Invariants} are checked by the caller in the transaction that stores the events.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "form"})
package org.qiao.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
