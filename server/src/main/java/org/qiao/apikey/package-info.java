/// Keys with which a company's own programs call this server in the name of members. Owns `apikey_*`.
/// docs/open-api.md is the contract, docs/decisions/0017 says why.
///
/// - A controller under `/api/open` takes an {@link ApiCaller} marked {@link CalledWith}: `ApiCallers` lets only a key
/// with that scope in. An {@link ApiProgram} instead acts for nobody: it may only do what no member's rights are needed
/// for.
/// - Whoever changes something for a program notes it with {@link ApiKeys#note}.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "directory"})
package org.qiao.apikey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
