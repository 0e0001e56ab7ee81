/// Telephone calls by SIP: rings one number, says a text or plays a recording, and tells which key was pressed. Owns no
/// table and
/// knows no order, person or company beyond the number that bounds its lines. docs/decisions/0008 explains the choices.
///
/// - Others call {@link VoiceCalls}, with a {@link Trunk} and an {@link Announcement}, and get a {@link CallResult}.
/// - `PhoneCall` runs one call: `OutgoingCall` is the signalling as a pure state machine, `Media` is the audio and the
/// keys.
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.qiao.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
