/// Customers of a company: persons, relations to employees, the timeline of both, limits, blocking, merging.
/// Owns every table `customer_*` and `customer`. docs/decisions/0020 explains them, docs/customer-http.md is the
/// contract.
///
/// - {@link Customers} says who a customer is and who may look at him; {@link CustomerRelations} opens and closes
/// relations and
///   publishes {@link RelationOpened} and {@link RelationClosed}.
/// - {@link PersonData} is what each module that keeps something about customers implements, so that a person can be
/// told everything
///   and be erased everywhere.
/// - {@link CustomerEvents} is the timeline: other modules add their own kinds.
/// - {@link CustomerRules} is what the company decides; {@link CustomerMerges} joins two contacts that are one person.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "naming", "directory", "audience", "messaging"})
package org.qiao.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
