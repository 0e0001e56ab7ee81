/// Mails to a scripted server.
@NullMarked
package org.qiao.noticemail;

import org.jspecify.annotations.NullMarked;
