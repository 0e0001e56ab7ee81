package org.qiao.onboarding;

/**
 * @param needed true while the server has no company
 * @param codeRequired this caller must give the code that the start printed
 */
record SetupView(boolean needed, boolean codeRequired) {}
