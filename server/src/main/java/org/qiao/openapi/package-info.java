/// The description of the HTTP interface: docs/openapi.json, served at /api/openapi.json to signed-in people.
/// Nobody depends on this module.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "apikey"})
package org.qiao.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
