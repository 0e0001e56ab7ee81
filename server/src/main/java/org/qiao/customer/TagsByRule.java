package org.qiao.customer;

import java.util.List;

/**
 * A rule gives a customer tags: on everything that he has open with employees. Told at least once, after the commit; setting is
 * harmless when it is repeated.
 *
 * @param tags names or ids of the company's tags; what is neither gives nothing
 */
public record TagsByRule(long orgId, long customerId, List<String> tags) {}
