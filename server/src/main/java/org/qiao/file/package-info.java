/// Uploaded files: bytes on disk, names and types in the tables `file_blob`, `file_upload` and `file_usage`, small
/// previews of
/// pictures, signed links for downloads. Others call {@link Files}; whether somebody may see a file is decided by
/// whoever
/// refers to it (a message, an avatar), never here.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account"})
package org.qiao.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
