package org.eventops.sync.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that take an answer for lost when it only trickles: a timeout for each read alone would
 * be begun anew by every byte, and a console would wait for ever and say that all is well. Made by
 * pgjdbc, by name; TLS goes over them.
 */
public final class SteadySockets extends SocketFactory {
    @Override
    public Socket createSocket() {
        return new Steady();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return connected(
                new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return connected(
                new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private static Socket connected(SocketAddress where, @Nullable SocketAddress local)
            throws IOException {
        Socket socket = new Steady();
        if (local != null) {
            socket.bind(local);
        }
        socket.connect(where);
        return socket;
    }

    private static final class Steady extends Socket {
        private final Trickle trickle = new Trickle(System::nanoTime);

        @Override
        public InputStream getInputStream() throws IOException {
            return trickle.of(super.getInputStream());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return trickle.of(super.getOutputStream());
        }
    }
}
