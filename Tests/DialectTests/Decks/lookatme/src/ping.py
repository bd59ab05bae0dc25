#!/usr/bin/env python3
import socket
def ping(host):
    return socket.gethostbyname(host)
def unseen_helper():
    return None
