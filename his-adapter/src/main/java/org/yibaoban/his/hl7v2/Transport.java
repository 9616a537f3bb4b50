package org.yibaoban.his.hl7v2;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** What lies between TCP and MLLP. */
@FunctionalInterface
public interface Transport {

    /** Nothing. */
    Transport PLAIN = (tcp, patience) -> Optional.of(tcp);

    /**
     * Makes an accepted connection ready to read from.
     *
     * @param patience longest silence of the other side
     * @return nothing when the other side speaks something else
     */
    Optional<Socket> over(Socket tcp, Duration patience) throws IOException;
}
