package org.yibaoban.portal.i18n;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of a session: Chinese until its user chooses English. */
@Named("lang")
@SessionScoped
public class Language implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Where the words of the pages are. */
    public static final String BUNDLE = "org.yibaoban.portal.i18n.messages";

    /** As heads of reports have it: the Chinese word, a blank, the English one. */
    private static final Pattern HEAD = Pattern.compile("(.*\\p{IsHan}\\S*) (\\p{IsLatin}\\P{IsHan}*)");

    private static final Pattern BOTH = Pattern.compile("(.*?\\p{IsHan}.*?) / (\\P{IsHan}+)");

    private Locale locale = Locale.SIMPLIFIED_CHINESE;

    public Locale getLocale() {
        return locale;
    }

    /** For the {@code lang} attribute of a page. */
    public String getTag() {
        return locale.toLanguageTag();
    }

    public boolean isChinese() {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    }

    /** Changes the language and shows the same page again, with all that was filled in. */
    public void toggle() {
        locale = isChinese() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        FacesContext.getCurrentInstance().getViewRoot().setLocale(locale);
    }

    /** The word of this session's language, for things that bring both. */
    public String pick(String chinese, String english) {
        return isChinese() ? chinese : english;
    }

    /** Of words that hold both languages with a stroke between, the half of this session's; others as they are. */
    public String part(String words) {
        Matcher both = BOTH.matcher(words);
        return both.matches() ? pick(both.group(1), both.group(2)) : words;
    }

    /** Of a head that says the same in Chinese and in English, the half of this session's language; others as they are. */
    public String head(String words) {
        Matcher both = HEAD.matcher(words);
        return both.matches() ? pick(both.group(1), both.group(2)) : words;
    }

    public boolean has(String key) {
        return ResourceBundle.getBundle(BUNDLE, locale).containsKey(key);
    }

    /**
     * A text of the pages.
     *
     * @throws MissingResourceException when there is no such text
     */
    public String text(String key) {
        return ResourceBundle.getBundle(BUNDLE, locale).getString(key);
    }
}
