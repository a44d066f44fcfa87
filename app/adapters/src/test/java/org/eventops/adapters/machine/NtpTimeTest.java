package org.eventops.adapters.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.net.ntp.NtpV3Impl;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NtpTimeTest {
    /** A server of the protocol on loopback, whose clock is off. */
    private static DatagramSocket server(Duration off) throws SocketException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                answer(socket, off);
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        return socket;
    }

    private static void answer(DatagramSocket socket, Duration off) throws IOException {
        DatagramPacket asked = new DatagramPacket(new byte[48], 48);
        socket.receive(asked);
        TimeStamp now = TimeStamp.getNtpTime(System.currentTimeMillis() + off.toMillis());
        NtpV3Impl question = new NtpV3Impl();
        question.setDatagramPacket(asked);
        NtpV3Impl answer = new NtpV3Impl();
        answer.setMode(NtpV3Packet.MODE_SERVER);
        answer.setVersion(NtpV3Packet.VERSION_3);
        answer.setStratum(1);
        answer.setOriginateTimeStamp(question.getTransmitTimeStamp());
        answer.setReceiveTimeStamp(now);
        answer.setTransmitTime(now);
        answer.setReferenceTime(now);
        DatagramPacket packet = answer.getDatagramPacket();
        packet.setAddress(asked.getAddress());
        packet.setPort(asked.getPort());
        socket.send(packet);
    }

    @Test
    void tellsHowFarThisClockIsBehind() throws IOException {
        try (DatagramSocket server = server(Duration.ofMinutes(5))) {
            Duration ahead =
                    new NtpTime(server.getLocalAddress().getHostAddress(), server.getLocalPort())
                            .ahead();
            assertThat(ahead).isBetween(Duration.ofSeconds(-301), Duration.ofSeconds(-299));
        }
    }

    @Test
    void failsWhenNobodyAnswers() throws SocketException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            NtpTime time =
                    new NtpTime(silent.getLocalAddress().getHostAddress(), silent.getLocalPort());
            assertThatThrownBy(time::ahead).isInstanceOf(IOException.class);
        }
    }

    @Test
    void knowsThisMachine(@TempDir Path folder) throws IOException {
        ThisMachine machine = new ThisMachine(folder.resolve("not/yet"), false);
        assertThat(machine.freeBytes()).isPositive();
        assertThat(machine.hasDisplay()).isFalse();
        machine.battery().ifPresent(each -> assertThat(each.percent()).isBetween(0, 100));
    }
}
