/// Tests of spreadsheets: encodings, headings, rows and whole imports over HTTP.
@NullMarked
package org.qiao.directoryimport;

import org.jspecify.annotations.NullMarked;
