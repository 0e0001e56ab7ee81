package org.qiao.directory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A member in the list of a department. */
record ColleagueView(@JsonUnwrapped Card card, boolean leader, String departmentTitle) {}
