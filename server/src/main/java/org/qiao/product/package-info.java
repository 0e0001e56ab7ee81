/// The product album: what a company offers, on business cards and in customers' chats. Owns `product` and every table
/// `product_*`.
/// docs/decisions/0026 explains it, docs/material-http.md is the contract.
///
/// - {@link Products} is what administrators keep; {@link Showcases} what stands on whose card.
/// - `ProductCards` puts products into conversations, `GuestProducts` is what customers see of them, and
/// `ProductCounts` what came of it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "directoryimport",
            "file",
            "messaging",
            "card",
            "customer",
            "attachment",
            "contactway"
        })
package org.qiao.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
