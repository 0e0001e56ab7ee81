package org.qiao.admin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param operatorOrg the company whose administrators see the page "System"; 0: the first company of the server */
@ConfigurationProperties("qiao")
record AdminSettings(@DefaultValue("0") long operatorOrg) {}
