/// Conversations and the message log: what is said, in which order, who belongs to it, who has read it.
/// Owns every table `messaging_*`. docs/decisions/0003 explains the log, docs/tour.md walks through the classes.
///
/// - {@link Messages} takes drafts (messages and recalls). The {@link Appender} collects them per lane and appends a
/// batch in one
///   database call; nothing is acknowledged or shown before its commit.
/// - {@link Conversations} and {@link GroupMembers} change who belongs to what. Each change is a SYSTEM entry in the
/// same transaction.
/// - {@link Entries}, {@link SyncLog}, {@link ReadMarks} and {@link Receipts} answer what a client needs to show and to
/// catch up.
/// - {@link Deliveries} is where committed changes go; the socket gateway implements it, and this module does not know
/// it.
///
/// Whoever needs conversations calls these services; the tables and the batches are nobody else's business.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "naming", "directory", "file"})
package org.qiao.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
