/// Members in spreadsheets: reading the batch templates of WeCom and DingTalk, checking every row before anything
/// changes, writing
/// all of it in one transaction, and the same columns out again. Owns `directoryimport_job` and
/// `directoryimport_problem`.
/// Other modules read spreadsheets through {@link Sheets}.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "naming", "directory"})
package org.qiao.directoryimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
