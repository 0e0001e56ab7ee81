/// E-mail for `notice`, by the company's own mail server over SMTP. Owns no table.
///
/// - `SmtpCarrier` sends through `SmtpConnections`, which keeps connections open; `MailPage` is how a mail looks.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "notice"})
package org.qiao.noticemail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
