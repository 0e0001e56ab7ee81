/// Privacy of customers: telling a person everything that is known of him, erasing him, forgetting who has been silent
/// for
/// too long, the register of processing. Owns every table `privacy_*`. docs/decisions/0028 explains it,
/// docs/privacy-http.md is the contract.
///
/// - What there is to tell and to erase, each module knows itself: {@link org.qiao.customer.PersonData}. Nobody depends
/// on
/// this module.
/// - `Erasures` and `PersonExports` are what people ask for; `ErasureRun` and `ExportMaker` do it, one bounded step
/// after
/// the other, woken by `PrivacyClock`; what is done stands in rows, so a crash goes on where it was.
/// - `RetentionRounds` looks through a company's customers once a day, `Register` says what is processed.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "account", "naming", "directory", "file", "messaging", "customer"})
package org.qiao.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
