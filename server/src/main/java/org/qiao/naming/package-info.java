/// Names of people: how they are cleaned, read in pinyin and found. Owns the search index `naming_key`. Others call
/// {@link PlainText} and {@link NameIndex}; who exists and who may be found is their knowledge, not ours.
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.qiao.naming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
