package org.yibaoban.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Each door that answers and each download has its rule in {@code personal-data.txt}; that rules are not left behind by
 * their doors {@code PersonalDataIT} finds, which goes where they lead. Doors are those of {@code who-may.txt}, which is held against the code elsewhere; downloads are found in the pages' sources.
 */
class PersonalDataRoutesTest {

    @Test
    void for_every_door_that_answers_and_every_download_somebody_has_decided_what_stands_in_clear() throws Exception {
        Collection<String> places = new TreeSet<>();
        WhoMay.decided().keySet().stream()
                .filter(door -> door.startsWith("GET "))
                .forEach(places::add);
        Exports.declared().forEach(name -> places.add("EXPORT " + name));

        assertThat(PersonalDataRules.decided().keySet()).containsAll(places);
    }
}
