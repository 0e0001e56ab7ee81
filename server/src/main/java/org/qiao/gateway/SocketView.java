package org.qiao.gateway;

/** @param url absolute when the operator configured one, else ":port/path" on the page's own host */
record SocketView(String url) {}
