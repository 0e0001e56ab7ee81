/// Tests of notes, tasks and replies, over real HTTP.
@NullMarked
package org.qiao.followup;

import org.jspecify.annotations.NullMarked;
