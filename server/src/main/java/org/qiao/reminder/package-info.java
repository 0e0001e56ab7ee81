/// Reminders: what another module wants to hear, or a person is to be told, when a time has come. Owns every table
/// `reminder_*`. docs/decisions/0011 explains it.
///
/// - Others call {@link Reminders} in their own transaction and listen to {@link ReminderDue}; {@link ReminderTime}
/// says
///   when, {@link ReminderText} what people read.
/// - `ReminderClock` asks every half second for what is due; `Firing` serves it in one transaction; `Tidings` is the
/// way
///   to people, with their quiet hours and wishes.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "account", "directory", "messaging", "notice", "dingrule", "workcalendar"})
package org.qiao.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
