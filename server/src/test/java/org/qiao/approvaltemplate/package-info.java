/// Tests of templates: the shipped ones as they are, everything else over real HTTP.
@NullMarked
package org.qiao.approvaltemplate;

import org.jspecify.annotations.NullMarked;
