/// Tests of forms: rules as tables in plain JUnit, what needs the directory and files against the real ones.
@NullMarked
package org.qiao.form;

import org.jspecify.annotations.NullMarked;
