/// The load generator: speaks the public protocol only (docs/protocol.md, docs/openapi.json), knows no class of the
/// server, and checks every
/// result it prints: each acknowledged message must have arrived once and in order.
@NullMarked
package org.qiao.bench;

import org.jspecify.annotations.NullMarked;
