package org.qiao.masssend;

/**
 * Employees are told of a task that waits for them, or reminded.
 *
 * @param number rises with each telling
 */
record MassTold(long orgId, long massId, int number) {}
