/// What is sent behind a text that many customers get: welcomes of codes, cards and groups, mass messages. Owns no
/// table: what is
/// attached stands where the text stands.
/// docs/decisions/0037 explains it, docs/customer-http.md is the contract.
///
/// - {@link Attachments} checks, describes and says it; {@link Attached} is what is kept.
/// - {@link AttachmentSource} is how the album and the library offer what they have.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "naming", "file", "messaging"})
package org.qiao.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
