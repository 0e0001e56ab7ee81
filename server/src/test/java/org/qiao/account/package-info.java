/// Rules of logins as plain tests; devices and the own account over real HTTP.
@NullMarked
package org.qiao.account;

import org.jspecify.annotations.NullMarked;
