/// Reaching people outside the socket: one text, to one address, by one channel. Owns every table `notice_*` but those
/// of its carriers.
/// docs/decisions/0007 explains the states of an order.
///
/// - Others call {@link Notices} in their own transaction and listen to {@link NoticeMoved} and {@link NoticeAnswered}.
/// - A {@link Carrier} speaks to one kind of network and lives in a module of its own (`noticemail`, `noticepush`,
/// `noticesms`, `noticevoice`, `noticesim`); the `Dispatcher` gives it what is due (one `Lane` for each
/// channel),
///   {@link Returns} takes what comes back, {@link Carriers} knows how a company is connected.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "directory"})
package org.qiao.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
