package org.qiao.platform;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts that a module of the server says itself, from its properties files. */
public final class Texts {

    private Texts() {}

    /**
     * Never in the language of the machine instead: what is not there in the language asked for comes from the file without one.
     *
     * @param name of the bundle, as "org.qiao.moment.words"
     */
    public static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
