/// Companies, departments, members, custom roles, administrative rights and the search for colleagues. Owns `org` and
/// every table
/// `directory_*`. Others call {@link Orgs}, {@link Departments} and {@link Members} and listen to {@link MemberJoined},
/// {@link MemberDisabled} and {@link MemberLeft}. A member's id is the principal's id.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "naming", "file"})
package org.qiao.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
