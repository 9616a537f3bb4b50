package org.yibaoban.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.control.TrailCheck.Head;

class TrailCheckTest {

    private final List<TrailLink> chain = chain("office", "billing", "office");

    @Test
    void aWholeChainHasNoFault() {
        assertThat(faultOf(chain, head(chain), Optional.empty())).isEmpty();
        assertThat(faultOf(List.of(), new Head(0, TrailLink.NOTHING), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aChangedFieldIsNamedByItsEntry() {
        TrailEntry old = chain.get(1).entry();
        chain.set(1, new TrailLink(2, entry("someone"), chain.get(1).hash()));
        assertThat(old.who()).isEqualTo("billing");
        assertThat(faultOf(chain, head(chain), Optional.empty()))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("entry 2 is changed"));
    }

    @Test
    void textThatMovesFromOneFieldToTheNextIsAChange() {
        TrailEntry moved = new TrailEntry(Instant.EPOCH, "offic", "e127.0.0.1", "GET /", "read", "", "", "", "");
        chain.set(0, new TrailLink(1, moved, chain.get(0).hash()));
        assertThat(faultOf(chain, head(chain), Optional.empty())).isPresent();
    }

    @Test
    void aMissingEntryIsNamedAlsoTheLast() {
        Head head = head(chain);
        List<TrailLink> holed = new ArrayList<>(chain);
        holed.remove(1);
        assertThat(faultOf(holed, head, Optional.empty())).contains("entry 2 is missing");
        assertThat(faultOf(chain.subList(0, 2), head, Optional.empty()))
                .contains("entry 3 is missing: the chain went to 3");
    }

    @Test
    void whoTakesBackTheHeadTooIsFoundByOneThatWasNoted() {
        Head noted = head(chain);
        List<TrailLink> shorter = chain.subList(0, 2);
        assertThat(faultOf(shorter, head(shorter), Optional.empty())).isEmpty();
        assertThat(faultOf(shorter, head(shorter), Optional.of(noted)))
                .contains("entry 3 is missing: the chain went to 3");
        List<TrailLink> anew = chain("office", "somebody", "office");
        assertThat(faultOf(anew, head(anew), Optional.empty())).isEmpty();
        assertThat(faultOf(anew, head(anew), Optional.of(noted)))
                .hasValueSatisfying(fault -> assertThat(fault).contains("made anew"));
    }

    @Test
    void aHeadIsReadAsItIsWritten() {
        assertThat(Head.parse(head(chain).toString())).isEqualTo(head(chain));
    }

    private static Optional<String> faultOf(List<TrailLink> links, Head head, Optional<Head> noted) {
        TrailCheck check = new TrailCheck(noted);
        links.forEach(check::follow);
        return check.end(head);
    }

    private static Head head(List<TrailLink> links) {
        TrailLink last = links.get(links.size() - 1);
        return new Head(last.number(), last.hash());
    }

    private static List<TrailLink> chain(String... who) {
        List<TrailLink> links = new ArrayList<>();
        String hash = TrailLink.NOTHING;
        for (String one : who) {
            links.add(TrailLink.after(hash, links.size() + 1L, entry(one)));
            hash = links.get(links.size() - 1).hash();
        }
        return links;
    }

    private static TrailEntry entry(String who) {
        return new TrailEntry(Instant.EPOCH, who, "127.0.0.1", "GET /", "read", "R1", "", "", "");
    }
}
