package org.yibaoban.launcher;

/** A setting that cannot be used; the message names the setting, its value and what it should be. */
public class SettingFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingFault(String message) {
        super(message);
    }
}
