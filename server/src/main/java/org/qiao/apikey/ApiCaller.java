package org.qiao.apikey;

import org.qiao.platform.Actor;

/** A program of a company, and the member in whose name it acts, with his rights and no others. */
public record ApiCaller(long keyId, Actor actor) {}
