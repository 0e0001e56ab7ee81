/// The material library: texts, pictures, files, links and articles with which employees answer customers, of the
/// company
/// and of each employee. Owns `material` and every table `material_*`.
/// docs/decisions/0026 explains it, docs/material-http.md is the contract.
///
/// - `Materials` and `MaterialFolders` is what is kept; `MaterialSends` puts it into conversations.
/// - `Radar` notes when a customer opened a link or an article, and how long.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "file",
            "messaging",
            "card",
            "customer",
            "attachment"
        })
package org.qiao.material;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
