package org.qiao.masssend;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast mass messages go out, of all companies together, so that people who chat notice nothing.
 *
 * @param messages at most in one turn; there are two turns a second
 * @param portion recipients that are under way at once
 */
@ConfigurationProperties("qiao.masssend")
record MassPace(
        @DefaultValue("50") int messages,
        @DefaultValue("25") int portion) {}
